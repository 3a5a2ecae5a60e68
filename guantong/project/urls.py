"""Every address."""

from django.urls import URLPattern, URLResolver, include, path

from guantong.project.health import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", include("guantong.desk.entrance_urls")),
    path("desk/", include("guantong.desk.urls")),
    path("figures/", include("guantong.figures.urls")),
    path("field/", include("guantong.field.urls")),
    path("api/", include("guantong.api.urls")),
    path("", include("guantong.portal.urls")),
]
