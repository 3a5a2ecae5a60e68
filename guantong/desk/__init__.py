"""The desk 工作台 of staff, departments and the city."""
