"""Pictures drawn on the server as SVG: every mark is a link, text keeps its size on any width."""
