package org.outturn.app;

/**
 * The system libraries that JavaFX 26 loads on Linux and does not bring along, with the packages
 * that hold them. Taken from the dynamic sections of its native libraries; which of them it can do
 * without was found by hiding each.
 */
enum SystemLibrary {
    /** {@code libglassgtk3}: windows and input. */
    GTK("libgtk-3.so.0", Use.WINDOW, "libgtk-3-0", "gtk3"),
    /** {@code libglassgtk3}. */
    XTST("libXtst.so.6", Use.WINDOW, "libxtst6", "libXtst"),
    /** {@code libjavafx_font_pango}: every text, on a screen or not. */
    PANGO("libpangoft2-1.0.so.0", Use.TEXT, "libpangoft2-1.0-0", "pango"),
    /** {@code libjavafx_font_pango}. */
    FONTCONFIG("libfontconfig.so.1", Use.TEXT, "libfontconfig1", "fontconfig"),
    /** {@code libjavafx_font_freetype}. */
    FREETYPE("libfreetype.so.6", Use.TEXT, "libfreetype6", "freetype"),
    /** {@code libprism_es2}: drawing by the graphics card; without it JavaFX draws by software. */
    XXF86VM("libXxf86vm.so.1", Use.SPEED, "libxxf86vm1", "libXxf86vm"),
    /** {@code libprism_es2}. */
    GL("libGL.so.1", Use.SPEED, "libgl1", "libglvnd-glx");

    /** What fails without a library. */
    enum Use {
        /** No window on a display. */
        WINDOW,
        /** No text, not even in pictures. */
        TEXT,
        /** Nothing fails; drawing is slower. */
        SPEED
    }

    private final String soname;
    private final Use use;
    private final String debian;
    private final String fedora;

    SystemLibrary(String soname, Use use, String debian, String fedora) {
        this.soname = soname;
        this.use = use;
        this.debian = debian;
        this.fedora = fedora;
    }

    /** The name that the dynamic linker looks for. */
    String soname() {
        return soname;
    }

    Use use() {
        return use;
    }

    /** The package of Debian 12; newer Debians and Ubuntus accept the same name. */
    String debian() {
        return debian;
    }

    String fedora() {
        return fedora;
    }
}
