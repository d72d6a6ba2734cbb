import { Component, type ReactNode } from "react";

interface BoundaryState {
  readonly failed: boolean;
}

interface ErrorBoundaryProps {
  /** Shown instead of what broke. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** The one place where a defect on a page ends: the console hears of it, and a person gets a way on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
