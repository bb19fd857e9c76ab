# The app and the command line of Polecore; see docker-compose.yml for the server beside it.
FROM python:3.11-slim

RUN pip install --no-cache-dir uv==0.13.9 \
    && useradd --create-home --uid 10001 polecore \
    && install -d -o polecore /app /app/.polecore
WORKDIR /app
ENV UV_PROJECT_ENVIRONMENT=/app/.venv UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy \
    PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1

# first what changes seldom: what the program needs, as locked
COPY pyproject.toml uv.lock README.md LICENSE NOTICE ./
RUN uv sync --frozen --no-dev --no-install-project --no-cache

COPY . .
RUN uv sync --frozen --no-dev --no-cache

USER polecore
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=10s --start-period=20s --retries=8 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=5)"]
ENTRYPOINT ["polecore"]
CMD ["serve", "--address", "0.0.0.0"]
