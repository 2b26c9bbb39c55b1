# The image holds the bot and nothing that builds it. Everything it writes lies in one volume:
#   docker build -t quittex . && docker run --rm -v quittex:/data quittex
FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/quittex
WORKDIR /src
COPY requirements.lock ./
RUN /opt/quittex/bin/pip install --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
# SQLite older than 3.51.3 may damage a write-ahead log that two connections write at once. Where the bot's own has no
# wheel (Linux on ARM) Python's is in use, and if that one is too old there is no image: run the bot outside Docker,
# where it then keeps to a single connection.
RUN /opt/quittex/bin/pip install --no-deps . \
    && /opt/quittex/bin/python -c "\
import importlib.util, sys; \
name = 'pysqlite3.dbapi2' if importlib.util.find_spec('pysqlite3') else 'sqlite3'; \
found = importlib.import_module(name).sqlite_version; \
sys.exit(None if tuple(map(int, found.split('.'))) >= (3, 51, 3) else f'SQLite {found} is older than 3.51.3')"


FROM python:3.13-slim

RUN groupadd --gid 10001 quittex \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin quittex \
    && install -d -o quittex -g quittex -m 0700 /data
COPY --from=build /opt/quittex /opt/quittex
ENV PATH=/opt/quittex/bin:$PATH PYTHONUNBUFFERED=1
# config.toml lies here; its relative paths start here too.
WORKDIR /data
VOLUME ["/data"]
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 CMD ["quittex", "doctor"]
ENTRYPOINT ["quittex"]
CMD ["run"]
