package org.outturn.pipeline.layout;

/** A file that is no layout file. */
public final class LayoutException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LayoutProblem problem;

    LayoutException(String where, String what) {
        super(where.isEmpty() ? what : where + ": " + what);
        this.problem = new LayoutProblem(where, what);
    }

    public LayoutProblem problem() {
        return problem;
    }
}
