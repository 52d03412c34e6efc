/** What only the operating system can do for the window. The shell implements it; tests use one that records. */
export interface Desktop {
  /** Offers a text as a file through the system's dialog; false where the user cancelled. Throws `file.unwritable`. */
  saveFile(suggestedName: string, text: string): Promise<boolean>;
  /** Lets the user choose a text file; null where nothing was chosen. `name` has no folder in it. Throws `file.unreadable`. */
  openFile(): Promise<{ readonly name: string; readonly text: string } | null>;
  copy(content: { readonly text: string; readonly html?: string | undefined }): void;
  /** Opens an https link in the user's browser. */
  openLink(url: string): Promise<void>;
  /** Whether the system starts the program at login: its own word, not the user's wish (security.md E9). */
  startsAtLogin(): Promise<boolean>;
  /** Asks the system for it; gives what the system made of it. */
  startAtLogin(enabled: boolean): Promise<boolean>;
  /** Nothing starts at login any more, and what the window keeps on the disk goes when the program ends. */
  eraseTraces(): void;
  /** A text that came beside the program, such as its licences; null where this copy has none. */
  shipped(name: string): Promise<string | null>;
}
