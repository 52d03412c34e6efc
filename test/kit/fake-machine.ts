import { dirname } from 'node:path/posix';
import type { PolicyMachine } from '../../electron/policy/machine.ts';

interface FakeFile {
  readonly text: string;
  readonly uid: number;
  readonly mode: number;
}

/** A machine in memory: files of root unless said otherwise, and programs that answer as told. */
export class FakeMachine implements PolicyMachine {
  readonly files = new Map<string, FakeFile>();
  /** Folders that are not root's alone. */
  readonly folders = new Map<string, { readonly uid: number; readonly mode: number }>();
  readonly links = new Map<string, string>();
  /** Paths at which nobody may look. */
  readonly closed = new Set<string>();
  readonly ran: string[] = [];
  answers: (line: string) => { readonly code: number; readonly out: string } | null = () => null;

  put(path: string, content: unknown, more: Partial<Omit<FakeFile, 'text'>> = {}): this {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    this.files.set(path, { text, uid: 0, mode: 0o644, ...more });
    return this;
  }

  realPath = async (path: string): Promise<string | null> => {
    await this.#look(path);
    const target = this.links.get(path) ?? path;
    return this.files.has(target) ? target : null;
  };

  list = async (folder: string): Promise<readonly string[] | null> => {
    await this.#look(folder);
    const inside = [...this.files.keys(), ...this.links.keys()].filter(
      (path) => dirname(path) === folder,
    );
    return inside.length === 0 ? null : inside.map((path) => path.slice(folder.length + 1));
  };

  owner = async (path: string): Promise<{ readonly uid: number; readonly mode: number }> => {
    await this.#look(path);
    return this.files.get(path) ?? this.folders.get(path) ?? { uid: 0, mode: 0o755 };
  };

  text = async (file: string): Promise<string> => {
    await this.#look(file);
    return this.files.get(file)?.text ?? '';
  };

  run: PolicyMachine['run'] = (program, parameters) => {
    const line = [program, ...parameters].join(' ');
    this.ran.push(line);
    const answer = this.answers(line);
    return answer === null ? Promise.reject(denied('ENOENT')) : Promise.resolve(answer);
  };

  #look(path: string): Promise<void> {
    return this.closed.has(path) ? Promise.reject(denied('EACCES')) : Promise.resolve();
  }
}

function denied(code: string): Error {
  return Object.assign(new Error(code), { code });
}
