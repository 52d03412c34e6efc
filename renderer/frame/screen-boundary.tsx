import { Component, type ReactNode } from 'react';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './frame.module.css';

interface Props {
  readonly children: ReactNode;
}

/** A view that breaks takes nothing else along. */
export class ScreenBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={styles.broken}>
        <ErrorNote
          problem={{
            code: 'window.view',
            sentence: 'This view met a mistake of ours and could not be drawn.',
            kept: 'Your calendars, rules and blocks are untouched, and syncing goes on.',
            action: 'Draw it again.',
            details: [],
          }}
          mend={{ words: 'Draw it again', run: () => this.setState({ broken: false }) }}
        />
      </div>
    );
  }
}
