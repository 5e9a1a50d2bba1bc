"""Settings of a node, from its environment; safe where the environment says nothing.

Transactions are opened by the store alone. ``ATOMIC_REQUESTS`` stays off: with SQLite every
transaction takes the write lock, so that a page that only reads would wait for those who write.
"""

from __future__ import annotations

import os

from csp.constants import NONE, SELF

from safeconduct.basics import languages
from safeconduct.site import environment

NODE_HOME = environment.home_folder()
SECRET_KEY = environment.secret_key(NODE_HOME)
DEBUG = False
DEMO = os.environ.get(environment.DEMO) == "yes"

ALLOWED_HOSTS = environment.hosts()
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS if "*" not in name]

ROOT_URLCONF = "safeconduct.site.urls"
WSGI_APPLICATION = "safeconduct.site.wsgi.application"

INSTALLED_APPS = [
    "safeconduct.store",
    "safeconduct.web",
    "safeconduct.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # The pages of allauth on which somebody enrols a security key count and name with it.
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "safeconduct.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "safeconduct.web.page.page",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": environment.database(NODE_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "store.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "web:front"

# Nobody makes an account for themselves: whoever answers for the node's roles does.
ACCOUNT_ADAPTER = "safeconduct.web.account.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Safeconduct"
# On loopback a browser trusts the page without HTTPS, and so may a security key.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = environment.is_only_loopback(ALLOWED_HOSTS)
SOCIALACCOUNT_ONLY = False

SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "safeconduct.web.failures.stale_form"

OVER_HTTPS = environment.over_https()
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OVER_HTTPS
SECURE_SSL_REDIRECT = OVER_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OVER_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if OVER_HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The page on which somebody enrols an authenticator shows its code as an inline picture.
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LANGUAGES = [(lang, lang) for lang in languages()]
LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get(environment.ZONE) or "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# An upload larger than this is refused before it is read; a manifest of 300 persons has 60 kB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

for _name, _value in environment.mail(NODE_HOME).items():
    globals()[_name] = _value
SERVER_EMAIL = str(globals()["DEFAULT_FROM_EMAIL"])

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Whether an agreement's name may be told without an account is a decision of each node.
SILENCED_SYSTEM_CHECKS: list[str] = []
