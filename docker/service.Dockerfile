# syntax=docker/dockerfile:1
# One recipe for every service:
#   docker build -f docker/service.Dockerfile --build-arg PACKAGE=@parcours/coaching -t parcours/coaching .

FROM node:24-slim AS build
ENV CI=true
RUN npm install --global pnpm@12.21.0
WORKDIR /source
COPY . .
RUN pnpm install --frozen-lockfile && node -e 'import("/source/scripts/build.mjs").then((module) => module.build())'
ARG PACKAGE
# The package with what it needs in production, and nothing of the others; a patch may be of a package that only another needs.
RUN pnpm --config.allow-unused-patches=true --filter "$PACKAGE" deploy --prod --legacy /service && cp docker/migrate.mjs /service/

FROM node:24-slim
ENV NODE_ENV=production TZ=UTC
WORKDIR /service
COPY --from=build --chown=node:node /service .
RUN mkdir /documents && chown node:node /documents
USER node
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/main.js"]
