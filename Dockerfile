# docker compose up, or: docker build -t handrail . && docker run -p 3000:3000 -v handrail:/app/.data handrail
FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 NEXT_TELEMETRY_DISABLED=1
RUN chown node:node /app
# The embedded database refuses to run as root, and a container needs none.
USER node
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY --chown=node:node . .
# Built into the image, and so into a new volume: the first start takes seconds. After a change it is built again.
# Its data folder is thrown away: a secret in an image would be everybody’s.
RUN DATA_DIR=/tmp/handrail-build npm run handrail -- build && rm -rf /tmp/handrail-build
EXPOSE 3000
VOLUME /app/.data
HEALTHCHECK --interval=15s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "lib/cli/handrail.mjs", "start"]
