# What the bot needs, and nothing else. The packages it runs on have no install scripts.
# The base is held by its digest, for all platforms: `docker buildx imagetools inspect node:VERSION-slim` tells it; Dependabot renews it.
FROM node:26.10.0-slim@sha256:930557a230abacbc3f4fd9b8648abf8f4bee1e17cb72195dcdfb2f709bc85b33 AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:26.10.0-slim@sha256:930557a230abacbc3f4fd9b8648abf8f4bee1e17cb72195dcdfb2f709bc85b33
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY commands ./commands
COPY src ./src
COPY data ./data
# What servers bring, teach and set is kept here, and what was made of articles: volumes make both outlive the container.
RUN install -d -o node -g node -m 700 data/store data/indexes
USER node

# Only where HTTP is listened to: DISCORD_MODE=http, or PORT set.
EXPOSE 8080

# Asks /readyz where there is a port; without one there is nothing to ask, and the process speaks for itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "--input-type=module", "-e", "const { PORT, DISCORD_MODE } = process.env; const port = PORT || (DISCORD_MODE === 'http' ? 8080 : 0); if (port) process.exitCode = (await fetch(`http://127.0.0.1:${port}/readyz`)).ok ? 0 : 1;"]

# As `npm start` does, without npm between the engine's signals and the bot.
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=20", "--liftoff-only", "--v8-pool-size=1", "src/main.ts"]
