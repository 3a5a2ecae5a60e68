"""Deputies' suggestions 代表建议、批评和意见, from the draft to the promise that was kept."""
