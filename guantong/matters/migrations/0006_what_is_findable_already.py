"""Matters whose words are findable already need not be read again."""

from django.db import migrations

INDEXED = """
UPDATE matters_matter SET indexed_at = now()
WHERE EXISTS (SELECT FROM matters_searchtext s WHERE s.matter_id = matters_matter.id)
"""


class Migration(migrations.Migration):
    dependencies = [("matters", "0005_whose_words_are_findable")]

    operations = [migrations.RunSQL(INDEXED, migrations.RunSQL.noop)]
