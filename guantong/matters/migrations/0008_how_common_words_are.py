"""Let the database count more of the search words when it analyses them: likely duplicates are sought by the rare ones."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("matters", "0007_link_of_what_is_paid")]

    # Up to ten words are kept for each unit of the target: ten thousand, down to those of one matter in 3,000.
    operations = [
        migrations.RunSQL(
            "ALTER TABLE matters_searchtext ALTER COLUMN words SET STATISTICS 1000",
            "ALTER TABLE matters_searchtext ALTER COLUMN words SET STATISTICS -1",
        ),
    ]
