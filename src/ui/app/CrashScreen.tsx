import { Component, type ReactNode } from 'react';
import { Button } from '#kit/Button.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import type { App } from '#state/app.ts';
import { downloadScenario } from './download.ts';

interface CrashScreenProps {
  readonly app: App;
  readonly children: ReactNode;
}

/** Shown when drawing the page failed: the stores still hold everything the user wrote. */
export class CrashScreen extends Component<CrashScreenProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <EmptyState
        title="The page met a bug of its own"
        actions={
          <>
            <Button variant="primary" onPress={() => this.setState({ crashed: false })}>
              Show it again
            </Button>
            <Button icon="download" onPress={() => downloadScenario(this.props.app)}>
              Download the scenario
            </Button>
          </>
        }
      >
        Your text is safe: it is kept in this browser, and you can download it.
      </EmptyState>
    );
  }
}
