import { Component, type ErrorInfo, type ReactNode } from 'react';
import { TidegateError } from '../../../shared/errors.ts';
import { Problem } from '../../ui/Problem.tsx';

/** Keeps a defect of one page from taking the frame with it. React has no other form for this than a class. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    reportError(new Error(`page failed at ${componentStack ?? 'an unknown place'}`, { cause: error }));
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Problem error={new TidegateError('unexpected')} onRetry={() => this.setState({ error: null })} />;
  }
}
