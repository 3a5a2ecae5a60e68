"""Addresses of what deputies and stations do, and of their printed codes: part of the desk's own list."""

from guantong.desk.views import (
    activities,
    appraisals,
    code_sheets,
    codes,
    deeds,
    duty,
    funds,
    rooms,
    rotas,
    station,
    stations,
    tasks,
    works,
)

urlpatterns = [
    *code_sheets.urlpatterns,
    *codes.urlpatterns,
    *activities.urlpatterns,
    *appraisals.urlpatterns,
    *duty.urlpatterns,
    *tasks.urlpatterns,
    *deeds.urlpatterns,
    *funds.urlpatterns,
    *rooms.urlpatterns,
    *rotas.urlpatterns,
    *station.urlpatterns,
    *stations.urlpatterns,
    *works.urlpatterns,
]
