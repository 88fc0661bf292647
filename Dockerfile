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
ENV NODE_ENV=production TZ=UTC NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-old-space-size=1024", "dist/server.js"]
