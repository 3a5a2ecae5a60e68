"""Forms of activities, visits and practical deeds."""
