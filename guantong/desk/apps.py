"""The desk app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "guantong.desk"
    label = "desk"

    def ready(self) -> None:
        from guantong.desk.door import frame
        from guantong.figures.frame import frame_with

        frame_with(frame)
