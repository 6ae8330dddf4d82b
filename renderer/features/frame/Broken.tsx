import { Component, type ErrorInfo, type ReactNode } from 'react';
import { TidegateError } from '../../../shared/errors.ts';
import { Problem } from '../../ui/Problem.tsx';

/** A page whose files did not come: no defect, the host is gone. The browser remembers the failure until it reloads. */
function isUnfetched(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|preload CSS/.test(error.message);
}

/** Keeps a defect of one page from taking the frame with it. React has no other form for this than a class. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    reportError(new Error(`page failed at ${componentStack ?? 'an unknown place'}`, { cause: error }));
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (isUnfetched(error)) return <Problem error={error} onRetry={() => location.reload()} />;
    return <Problem error={new TidegateError('unexpected')} onRetry={() => this.setState({ error: null })} />;
  }
}
