/**
 * The only door to the network, in the shape of the platform's own `fetch`:
 * Node's in the command, Electron's `net.fetch` in the app, the simulated clouds' in tests.
 */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
