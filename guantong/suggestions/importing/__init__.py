"""Reading lists of past suggestions from .xlsx files as offices keep them; nothing here touches the database."""
