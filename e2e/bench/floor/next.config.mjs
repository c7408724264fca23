import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  // Copied to a folder under the project, whose node_modules it uses.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
