"""Citizens' opinions 群众意见, from the first voice to the rated result."""
