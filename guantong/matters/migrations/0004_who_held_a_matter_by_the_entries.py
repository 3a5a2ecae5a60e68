"""Who held a matter, and whose people acted on it, is read out of the entries that were there before the table."""

from django.db import migrations

FROM_ENTRIES = """
INSERT INTO matters_holding (organisation_id, matter_id, since)
SELECT hand.body, hand.matter, min(hand.at) FROM (
    SELECT m.holder_id AS body, m.id AS matter, m.opened_at AS at FROM matters_matter m
    UNION ALL
    SELECT (side ->> 'id')::bigint, e.chain, e.at
    FROM audit_entry e, jsonb_array_elements(
        CASE jsonb_typeof(e.data #> '{changes,holder}') WHEN 'array' THEN e.data #> '{changes,holder}' ELSE '[]' END
    ) AS side
    WHERE jsonb_typeof(side) = 'object'
    UNION ALL
    SELECT p.organisation_id, e.chain, e.at
    FROM audit_entry e
    JOIN accounts_post p ON p.person_id = e.person_id
    JOIN regions_organisation o ON o.id = p.organisation_id
    WHERE o.name = e.organisation
       OR NOT EXISTS (SELECT FROM accounts_post q
                      WHERE q.person_id = p.person_id AND q.organisation_id <> p.organisation_id)
) AS hand
JOIN matters_matter m ON m.id = hand.matter
JOIN regions_organisation o ON o.id = hand.body
GROUP BY hand.body, hand.matter
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0003_who_held_a_matter"),
        ("accounts", "0001_first_tables"),
        ("audit", "0001_first_tables"),
    ]

    operations = [migrations.RunSQL(FROM_ENTRIES, migrations.RunSQL.noop)]
