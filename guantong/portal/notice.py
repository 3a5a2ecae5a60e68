"""The privacy notice of the citizens' door: its version, and what goes with every opinion."""

NOTICE_VERSION = "2026-11"
"""Version of the notice in portal/_notice.html and portal/privacy.html (个人信息保护法 17, 35).

Every opinion keeps the version that was shown when it was sent; a change of the text takes a new one.
"""
