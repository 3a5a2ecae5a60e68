"""Ready-made documents: each a function from a frozen input to the bytes of a .docx."""
