"""The programs' door: JSON over HTTP."""
