"""Every address."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("guantong.portal.urls")),
    path("", include("guantong.desk.entrance_urls")),
    path("desk/", include("guantong.desk.urls")),
    path("desk/suggestions/", include("guantong.desk.views.suggestions")),
    path("figures/", include("guantong.figures.urls")),
    path("field/", include("guantong.field.urls")),
    path("api/", include("guantong.api.urls")),
]
