"""The database itself holds to it: a sealed set-up, a roll, a vote and a counted paper are never changed.

Emptying the tables as a whole (TRUNCATE: the demo city's reset) needs their owner, who could also take this away.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION ballot_stays_as_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.setup_digest <> '' AND ROW(NEW.setup_digest, NEW.rule, NEW.voters, NEW.purpose, NEW.subject_id,
            NEW.follows_id) IS DISTINCT FROM ROW(OLD.setup_digest, OLD.rule, OLD.voters, OLD.purpose, OLD.subject_id,
            OLD.follows_id) THEN
        RAISE EXCEPTION 'the set-up of the ballot is sealed';
    END IF;
    IF (OLD.lock <> '' AND NEW.lock <> OLD.lock)
            OR (OLD.papers_digest <> '' AND NEW.papers_digest <> OLD.papers_digest) THEN
        RAISE EXCEPTION 'the box of the ballot is locked, or its papers are counted';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ballot_stays_as_sealed BEFORE UPDATE ON ballots_ballot
    FOR EACH ROW EXECUTE FUNCTION ballot_stays_as_sealed();

CREATE FUNCTION ballot_roll_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.ballot_id ELSE NEW.ballot_id END;
    sealed varchar;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.ballot_id <> OLD.ballot_id OR NEW.deputy_id <> OLD.deputy_id
                OR (OLD.voted AND NOT NEW.voted) OR (OLD.on_paper AND NOT NEW.on_paper) THEN
            RAISE EXCEPTION 'a voter stays on the roll, and who has voted has voted';
        END IF;
        RETURN NEW;
    END IF;
    SELECT setup_digest INTO sealed FROM ballots_ballot WHERE matter_ptr_id = about;
    IF sealed <> '' THEN
        RAISE EXCEPTION 'the roll of the ballot is sealed';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER ballot_roll_stays BEFORE INSERT OR UPDATE OR DELETE ON ballots_rollentry
    FOR EACH ROW EXECUTE FUNCTION ballot_roll_stays();

CREATE FUNCTION ballot_papers_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    counted varchar;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT papers_digest INTO counted FROM ballots_ballot WHERE matter_ptr_id = NEW.ballot_id;
        IF counted = '' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a counted paper is never changed, removed or added';
END $$;
CREATE TRIGGER ballot_papers_stay BEFORE INSERT OR UPDATE OR DELETE ON ballots_paper
    FOR EACH ROW EXECUTE FUNCTION ballot_papers_stay();
"""
UNGUARD = """
DROP TRIGGER ballot_papers_stay ON ballots_paper;
DROP FUNCTION ballot_papers_stay();
DROP TRIGGER ballot_roll_stays ON ballots_rollentry;
DROP FUNCTION ballot_roll_stays();
DROP TRIGGER ballot_stays_as_sealed ON ballots_ballot;
DROP FUNCTION ballot_stays_as_sealed();
"""


class Migration(migrations.Migration):
    dependencies = [("ballots", "0001_first_tables")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
