"""The database itself refuses to empty the ledger's tables; `audit/guard.py` lifts that for a demo city."""

from django.db import migrations

GUARD = """
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_never_changes();
CREATE TRIGGER seal_is_never_emptied BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_never_changes();
"""
UNGUARD = """
DROP TRIGGER entry_is_never_emptied ON audit_entry;
DROP TRIGGER seal_is_never_emptied ON audit_seal;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_entries_and_seals_are_never_changed")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
