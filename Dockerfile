FROM node:22-bookworm-slim AS build
WORKDIR /desk
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache .cache

FROM node:22-bookworm-slim
WORKDIR /desk
COPY --from=build /desk ./
# PostgreSQL refuses to run as root, and nothing else here needs it.
RUN install -d -o node -g node /data
USER node
# Names of hosts are looked up in the thread pool: a few dead ones must not keep the others waiting.
ENV NODE_ENV=production TZ=UTC NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
ENV UV_THREADPOOL_SIZE=16
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=1024", "--max-semi-space-size=32", "dist/server.js"]
