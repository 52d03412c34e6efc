/**
 * The window's only sight of the program: one verb per channel, and two bells. It runs inside the window's process, so it
 * holds names only. No event object, no channel name and nothing of Electron reaches the page (security.md 20).
 */
import { contextBridge, ipcRenderer } from 'electron';
import { channels, pushNames, topicNames, wireName } from '../shared/ipc/channels.ts';
import type { Api, Topic } from '../shared/ipc/contract.ts';

type Stop = () => void;

/** Listens for a push and hands on its one argument, without the event. */
function listen(name: string, hear: (payload: unknown) => void): Stop {
  const onPush = (_event: unknown, payload: unknown): void => hear(payload);
  ipcRenderer.on(name, onPush);
  return () => void ipcRenderer.off(name, onPush);
}

const isTopic = (name: unknown): name is Topic => typeof name === 'string' && topicNames.has(name);

const verbs = Object.fromEntries(
  channels.map((channel) => [
    channel,
    (input: unknown) => ipcRenderer.invoke(wireName(channel), input),
  ]),
) as unknown as Omit<Api, 'onChange' | 'onNavigate'>;

const api = {
  ...verbs,
  onChange: (listener: (changed: readonly Topic[]) => void) =>
    listen(pushNames.changed, (payload) => {
      if (Array.isArray(payload)) listener(payload.filter(isTopic));
    }),
  onNavigate: (listener: (route: string) => void) =>
    listen(pushNames.navigate, (payload) => {
      if (typeof payload === 'string') listener(payload);
    }),
} as Api;

contextBridge.exposeInMainWorld('umbra', api);
