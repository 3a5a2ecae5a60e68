"""Settings. Everything that differs between installations comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from guantong.base.client_address import TrustedProxies
from guantong.base.public_address import host_of, read_public_address
from guantong.project.engine import database_settings, var_folder
from guantong.project.secrets import read_or_make_secret

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR = var_folder()

SECRET_KEY = os.environ.get("SECRET_KEY") or read_or_make_secret(VAR / "secret-key", 50).hex()
PERSONAL_DATA_KEY = bytes.fromhex(os.environ.get("PERSONAL_DATA_KEY", "")) or read_or_make_secret(
    VAR / "personal-data-key", 16
)
DEBUG = False
PUBLIC_ADDRESS = read_public_address(os.environ.get("PUBLIC_ADDRESS", ""))
"""What people type, e.g. https://rd.example.cn: printed on codes and slips. Empty: whatever host was asked."""

TRUSTED_PROXIES = TrustedProxies.read(os.environ.get("TRUSTED_PROXIES", ""))
HTTPS = os.environ.get("HTTPS", "1" if PUBLIC_ADDRESS.startswith("https:") else "0") == "1"
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
if PUBLIC_ADDRESS:
    ALLOWED_HOSTS.append(host_of(PUBLIC_ADDRESS))

LAYERS: list[set[str]] = [
    {"handoffs"},
    {"opinions", "suggestions", "funds", "appraisals", "supervision", "ballots"},
    {"deputies"},
    {"matters"},
    {"deadlines", "figures"},
    {"notifications", "attachments"},
    {"accounts"},
    {"regions"},
    {"audit"},
    {"base"},
]
"""Apps with models, highest first: the same order that import-linter holds imports to."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "guantong.base",
    "guantong.audit",
    "guantong.regions",
    "guantong.accounts",
    "guantong.attachments",
    "guantong.notifications",
    "guantong.deadlines",
    "guantong.figures",
    "guantong.matters",
    "guantong.deputies",
    "guantong.opinions",
    "guantong.suggestions",
    "guantong.funds",
    "guantong.supervision",
    "guantong.appraisals",
    "guantong.ballots",
    "guantong.handoffs",
    "guantong.portal",
    "guantong.desk",
    "guantong.field",
    "guantong.api",
    "guantong.demo",
]

MIDDLEWARE = [
    # answers those who watch the processes, by whatever name and scheme they ask
    "guantong.project.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "guantong.base.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    # says what is too large before the check of the form's origin reads it
    "guantong.portal.limits.WithinLimitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "guantong.accounts.middleware.ActorMiddleware",
    "guantong.accounts.permissions.PermissionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "guantong.base.content_policy.ContentPolicyMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "guantong.project.urls"
WSGI_APPLICATION = "guantong.project.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "guantong.base.context.page",
            ],
        },
    }
]

DATABASES = {"default": database_settings(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "guantong.accounts.backends.PersonBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PERMISSION_TABLE = "guantong.project.permissions.TABLE"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "guantong.base.client_address.client_address"
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_VERBOSE = False
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home-of-role"
LOGOUT_REDIRECT_URL = "portal:home"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "guantong" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR / "static"))
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR / "media"))
STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # photos of people's homes and faces: for the account alone that runs the site
        "OPTIONS": {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {
        "BACKEND": os.environ.get("STATICFILES_BACKEND", "whitenoise.storage.CompressedManifestStaticFilesStorage")
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 10

SESSION_COOKIE_AGE = 8 * 3600
SESSION_ENGINE = "guantong.accounts.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "guantong.base.failures.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if PUBLIC_ADDRESS else []
SECURE_SSL_REDIRECT = HTTPS
# We speak no TLS ourselves: with HTTPS a proxy stands in front, which says how it was asked.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

PROCRASTINATE_ON_APP_READY = "guantong.project.jobs.on_app_ready"
