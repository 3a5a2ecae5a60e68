"""The database itself refuses to change or remove an entry or a seal."""

from django.db import migrations

GUARD = """
CREATE FUNCTION audit_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on %', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER entry_never_changes BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_never_changes();
CREATE TRIGGER seal_never_changes BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_never_changes();
"""
UNGUARD = """
DROP TRIGGER entry_never_changes ON audit_entry;
DROP TRIGGER seal_never_changes ON audit_seal;
DROP FUNCTION audit_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_first_tables")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
