/** Stands in until the window is built: shows that the page reaches the program. */
import { createRoot } from 'react-dom/client';
import type { Api } from '../shared/ipc/contract.ts';

const api = (globalThis as unknown as { umbra: Api }).umbra;
const root = createRoot(document.getElementById('root') as HTMLElement);
const paint = async (): Promise<void> => {
  const reply = await api.state({});
  root.render(<main>{reply.ok ? reply.value.sync.sentence : reply.problem.sentence}</main>);
};
api.onChange(() => void paint());
api.onNavigate((route) => (document.title = `Umbra: ${route}`));
void paint();
