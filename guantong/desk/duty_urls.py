"""Addresses of what deputies and stations do, and of their printed codes: part of the desk's own list."""

from guantong.desk.views import activities, code_sheets, codes, deeds, stations, works

urlpatterns = [
    *code_sheets.urlpatterns,
    *codes.urlpatterns,
    *activities.urlpatterns,
    *deeds.urlpatterns,
    *stations.urlpatterns,
    *works.urlpatterns,
]
