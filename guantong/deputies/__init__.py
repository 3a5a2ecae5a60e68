"""Deputies, stations, activities and practical deeds."""
