"""Count a published ballot again, with Python alone and nothing of Guantong: python3 recount.py BALLOT.json

It reads the rule, the papers and the turnout of the file, counts, and compares with the result that the file tells.
"""

import hashlib
import json
import sys
from fractions import Fraction


def reaches(number, base, share):
    """Whether a number is over, or at least, the share of a base."""
    asked = Fraction(share["part"], share["whole"]) * base
    return number > asked if share["over"] else number >= asked


def is_valid(choices, rule):
    """Whether a paper counts: it can be read, and no more is marked than may be."""
    if choices == ["spoilt"] or (not choices and rule["void"]["empty"] == "void"):
        return False
    if rule["kind"] == "choose":
        return len(choices) <= rule["places"]
    items = [choice.split("-")[0] for choice in choices]
    return rule["void"]["overfull"] == "item" or len(set(items)) == len(items)


def speaks_for(choices, code, rule):
    """Whether a valid paper speaks for an option."""
    if rule["kind"] == "choose":
        return code in choices
    answers = [choice.split("-")[1] for choice in choices if choice.split("-")[0] == code]
    return len(answers) == 1 and answers[0] in rule["passing"]


def winners(votes, over, places):
    """Who gets the places, and who is tied for the last of them."""
    chosen, left = set(), set(over)
    while left and len(chosen) < places:
        most = max(votes[code] for code in left)
        best = {code for code in left if votes[code] == most}
        if len(chosen) + len(best) > places:
            return chosen, best
        chosen, left = chosen | best, left - best
    return chosen, set()


def recount(file):
    """What the file's papers come to: votes by option, who is chosen, who is tied, how many papers are valid."""
    rule, turnout = file["setup"]["rule"], file["turnout"]
    valid = [paper["choices"] for paper in file["papers"] if is_valid(paper["choices"], rule)]
    votes = {o["code"]: sum(speaks_for(paper, o["code"], rule) for paper in valid) for o in rule["options"]}
    base = {"all": turnout["eligible"], "present": turnout["present"], "valid": len(valid)}
    line = rule["threshold"]
    over = {code for code, n in votes.items() if n and (line is None or reaches(n, base[line["of"]], line))}
    chosen, tied = (over, set()) if rule["kind"] != "choose" else winners(votes, over, rule["places"])
    counts = reaches(turnout["present"], turnout["eligible"], rule["quorum"])
    if not counts or len(file["papers"]) > turnout["handed_out"]:
        chosen, tied = set(), set()
    return {"valid": len(valid), "votes": votes, "chosen": sorted(chosen), "tied": sorted(tied)}


def told(file):
    """The same of the result that stands in the file."""
    result = file["result"]
    votes = {option["code"]: option["votes"] for option in result["counts"]}
    return {
        "valid": result["valid"],
        "votes": votes,
        "chosen": sorted(result["chosen"]),
        "tied": sorted(result["tied"]),
    }


def digest(content):
    """SM3 over the one way of writing it; empty where this Python knows no SM3."""
    if "sm3" not in hashlib.algorithms_available:
        return ""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.new("sm3", text.encode()).hexdigest()


def main(path):
    """Print both counts and whether they are the same; the exit code says it too."""
    with open(path, encoding="utf-8") as opened:
        file = json.load(opened)
    counted, stands = recount(file), told(file)
    papers = {"papers": sorted(file["papers"], key=lambda paper: paper["mark"])}
    digests = [digest(file["setup"]), digest(papers)]
    sealed = digests == ["", ""] or digests == [file["setup_digest"], file["papers_digest"]]
    same = counted == stands and sealed
    lines = (
        f"重新计票: {json.dumps(counted, ensure_ascii=False)}",
        f"文件所写: {json.dumps(stands, ensure_ascii=False)}",
        f"摘要相符: {'是' if sealed else '否'}",
        "相同" if same else "不同",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
