package org.outturn.connection.dotenv;

import static org.outturn.connection.dotenv.EnvCase.both;
import static org.outturn.connection.dotenv.EnvCase.dotenv;

import java.util.stream.Stream;

/** The cases. */
final class EnvCases {
    private EnvCases() {}

    static Stream<EnvCase> all() {
        return Stream.of(plain(), quotes(), expansion(), bad()).flatMap(some -> some);
    }

    private static Stream<EnvCase> plain() {
        return Stream.of(
                both("one line", "A=1\n", "A", "1"),
                both("no line end", "A=1", "A", "1"),
                both("nothing at all", ""),
                both("empty lines", "\n\n  \n\t\nA=1\n\n", "A", "1"),
                both("comment line", "# A=0\nA=1\n", "A", "1"),
                both("indented comment", "   # B=0\nA=1\n", "A", "1"),
                both("comment after a blank", "A=1 # one\n", "A", "1"),
                both("comment after a tab", "A=1\t# one\n", "A", "1"),
                both("hash inside a value", "A=a#b\n", "A", "a#b"),
                both("hash that begins a value", "A=#b\n", "A", "#b"),
                both("comment instead of a value", "A= # nothing\nB=1\n", "A", "", "B", "1"),
                both("empty value", "A=\nB=1\n", "A", "", "B", "1"),
                both("empty value at the end", "A=", "A", ""),
                both("equals sign in a value", "A=b=c==\n", "A", "b=c=="),
                both("export", "export A=1\n", "A", "1"),
                both("export with blanks", "export \t A=1\n", "A", "1"),
                both("export of a name alone", "A=1\nexport A\n", "A", "1"),
                both("export of a name with a comment", "A=1\nexport A # now\n", "A", "1"),
                both("a variable called export", "export=1\n", "export", "1"),
                both("a name that begins with export", "exported=1\n", "exported", "1"),
                both("indented", "   A=1\n", "A", "1"),
                both("blanks at the end", "A=1   \nB=2\t\n", "A", "1", "B", "2"),
                both("twice: the last wins", "A=1\nB=2\nA=3\n", "B", "2", "A", "3"),
                both("underscores and digits", "_A1_b=x\n", "_A1_b", "x"),
                both("lower case", "region=eu-central-1\n", "region", "eu-central-1"),
                both(
                        "an address",
                        "A=http://localhost:9000/a?b\n",
                        "A",
                        "http://localhost:9000/a?b"),
                both(
                        "letters of all the world",
                        "A=gr\u00fc\u00df\u4f60\n",
                        "A",
                        "gr\u00fc\u00df\u4f60"),
                both("a key as AWS makes them", "A=wJalr/K7+MD=EG/b\n", "A", "wJalr/K7+MD=EG/b"),
                dotenv("words", "A=one two  three\n", "A", "one two  three"),
                dotenv(
                        "blanks around the sign",
                        "A = 1\nB =2\nC= 3\n",
                        "A",
                        "1",
                        "B",
                        "2",
                        "C",
                        "3"),
                dotenv("as in YAML", "A: 1\n", "A", "1"),
                dotenv("line ends of Windows", "A=1\r\nB=2\r\n", "A", "1", "B", "2"),
                dotenv("line ends of old", "A=1\rB=2\r", "A", "1", "B", "2"),
                dotenv("a byte order mark", "\uFEFFA=1\n", "A", "1"),
                dotenv("a path of Windows", "A=C:\\new\\table\n", "A", "C:\\new\\table"),
                dotenv("quotes within", "A=it's\nB={\"a\":1}\n", "A", "it's", "B", "{\"a\":1}"),
                dotenv("a tilde", "A=~/data\n", "A", "~/data"),
                dotenv("signs of the shell", "A=a;b&c|d>e\n", "A", "a;b&c|d>e"));
    }

    private static Stream<EnvCase> quotes() {
        return Stream.of(
                both("single quotes", "A='a b'\n", "A", "a b"),
                both("double quotes", "A=\"a b\"\n", "A", "a b"),
                both("empty quotes", "A=''\nB=\"\"\n", "A", "", "B", ""),
                both(
                        "blanks in quotes stay",
                        "A='  a  '\nB=\"  b  \"\n",
                        "A",
                        "  a  ",
                        "B",
                        "  b  "),
                both("hash in quotes", "A='a # b'\nB=\"a # b\"\n", "A", "a # b", "B", "a # b"),
                both("comment after quotes", "A='a' # b\nB=\"a\" # b\n", "A", "a", "B", "a"),
                both("blanks after quotes", "A='a'  \nB=\"b\"\t\n", "A", "a", "B", "b"),
                both(
                        "one kind in the other",
                        "A='a \"b\"'\nB=\"it's\"\n",
                        "A",
                        "a \"b\"",
                        "B",
                        "it's"),
                both(
                        "single quotes are literal",
                        "A='$B ${C} \\n \\\\ `d`'\n",
                        "A",
                        "$B ${C} \\n \\\\ `d`"),
                both("a quote in double quotes", "A=\"a \\\"b\\\" c\"\n", "A", "a \"b\" c"),
                both("a backslash in double quotes", "A=\"a\\\\b\"\n", "A", "a\\b"),
                both("a dollar in double quotes", "A=\"a\\$b\"\n", "A", "a$b"),
                both("a backquote in double quotes", "A=\"a\\`b\"\n", "A", "a`b"),
                both("other escapes stay", "A=\"a\\qb\"\n", "A", "a\\qb"),
                both(
                        "several lines in double quotes",
                        "A=\"one\ntwo\n\"\nB=1\n",
                        "A",
                        "one\ntwo\n",
                        "B",
                        "1"),
                both(
                        "several lines in single quotes",
                        "A='one\n# two\nC=3'\nB=1\n",
                        "A",
                        "one\n# two\nC=3",
                        "B",
                        "1"),
                both("equals sign in quotes", "export A=\"b=c\"\n", "A", "b=c"),
                dotenv("escapes of line end and tab", "A=\"a\\nb\\tc\\rd\"\n", "A", "a\nb\tc\rd"),
                dotenv(
                        "Windows lines in quotes",
                        "A=\"one\r\ntwo\"\r\nB=1\r\n",
                        "A",
                        "one\ntwo",
                        "B",
                        "1"),
                dotenv("blanks before quotes", "A = 'a b'\n", "A", "a b"));
    }

    private static Stream<EnvCase> expansion() {
        return Stream.of(
                both("an earlier line", "A=1\nB=$A\n", "A", "1", "B", "1"),
                both("in braces", "A=1\nB=x${A}y\n", "A", "1", "B", "x1y"),
                both("in double quotes", "A=1\nB=\"<$A ${A}>\"\n", "A", "1", "B", "<1 1>"),
                both("from the environment", "A=$HOME_DIR/x\n", "A", "/home/op/x"),
                both(
                        "the file goes before the environment",
                        "HOME_DIR=/here\nA=$HOME_DIR\n",
                        "HOME_DIR",
                        "/here",
                        "A",
                        "/here"),
                both("default of what is not set", "A=${X:-dflt}\n", "A", "dflt"),
                both("default of what is empty", "X=\nA=${X:-dflt}\n", "X", "", "A", "dflt"),
                both("no default of what is set", "X=1\nA=${X:-dflt}\n", "X", "1", "A", "1"),
                both("the other default, not set", "A=${X-dflt}\n", "A", "dflt"),
                both("the other default, empty", "A=[${EMPTY_ONE-dflt}]\n", "A", "[]"),
                both("default within a default", "A=${X:-${Y:-z}}\n", "A", "z"),
                both("default that is a variable", "Y=1\nA=${X:-$Y}\n", "Y", "1", "A", "1"),
                both(
                        "default with signs",
                        "A=${X:-http://localhost:9000}\n",
                        "A",
                        "http://localhost:9000"),
                both("empty default", "A=a${X:-}b\n", "A", "ab"),
                both("instead of what is set", "X=1\nA=${X:+y}${Z:+n}\n", "X", "1", "A", "y"),
                both("the other instead", "X=\nA=[${X+y}${Z+n}]\n", "X", "", "A", "[y]"),
                both("its own earlier value", "A=1\nA=${A}2\n", "A", "12"),
                both("what is put in is not read again", "A='$B'\nB=$A\n", "A", "$B", "B", "$B"),
                both("an escaped dollar", "A=a\\$b\n", "A", "a$b"),
                both("a dollar at the end", "A=a$\n", "A", "a$"),
                both("a dollar and a sign", "A=a$/b\n", "A", "a$/b"),
                both("not set", "A=[$NOBODY]\n", "A", "[]").telling("1 NOT_SET NOBODY"),
                both("name ends at a dot", "A=1\nB=$A.x\n", "A", "1", "B", "1.x"),
                dotenv("a later line is not known yet", "A=$B\nB=1\n", "A", "", "B", "1")
                        .telling("1 NOT_SET B"),
                dotenv("a price", "A=$5\n", "A", "$5"));
    }

    private static Stream<EnvCase> bad() {
        return Stream.of(
                dotenv(
                                "a command stays text",
                                "A=$(echo pwned)\nB=1\n",
                                "A",
                                "$(echo pwned)",
                                "B",
                                "1")
                        .telling("1 COMMAND A"),
                dotenv("also in quotes", "A=\"x $(echo $B) y\"\n", "A", "x $(echo $B) y")
                        .telling("1 COMMAND A"),
                dotenv("also the old form", "A=`echo pwned`\n", "A", "`echo pwned`")
                        .telling("1 COMMAND A"),
                dotenv("also one that nothing closes", "A=$(echo\nB=1\n", "A", "$(echo", "B", "1")
                        .telling("1 COMMAND A"),
                dotenv("what only shells know", "X=abc\nA=${X%c}\n", "X", "abc", "A", "${X%c}")
                        .telling("2 BAD_EXPANSION A"),
                dotenv("a demand", "A=${X:?must be set}\n", "A", "${X:?must be set}")
                        .telling("1 BAD_EXPANSION A"),
                dotenv("open braces", "A=${X\nB=1\n", "A", "${X", "B", "1")
                        .telling("1 BAD_EXPANSION A"),
                dotenv("an open double quote", "A=\"open\nB=1\n", "B", "1")
                        .telling("1 OPEN_QUOTE A"),
                dotenv("an open single quote", "A='open\nB=1\n", "B", "1")
                        .telling("1 OPEN_QUOTE A"),
                dotenv("something after quotes", "A=\"a\"b\nB=1\n", "B", "1")
                        .telling("1 AFTER_QUOTE A"),
                dotenv("a word alone", "hello\nB=1\n", "B", "1").telling("1 NO_ASSIGNMENT"),
                dotenv("words alone", "hello world\nB=1\n", "B", "1").telling("1 NO_ASSIGNMENT"),
                dotenv("a name with a hyphen", "A-B=1\nB=1\n", "B", "1").telling("1 BAD_NAME"),
                dotenv("a name with a dot", "a.b=1\nB=1\n", "B", "1").telling("1 BAD_NAME"),
                dotenv("a name that begins with a digit", "1A=1\nB=1\n", "B", "1")
                        .telling("1 BAD_NAME"),
                dotenv("no name", "=1\nB=1\n", "B", "1").telling("1 BAD_NAME"),
                dotenv("a bad name with several lines", "a.b='x\nC=2'\nB=1\n", "B", "1")
                        .telling("1 BAD_NAME"),
                dotenv("lines are counted through quotes", "A='1\n2\n3'\noops\n", "A", "1\n2\n3")
                        .telling("4 NO_ASSIGNMENT"),
                dotenv("lines are counted through Windows' ends", "A=1\r\n\r\noops\r\n", "A", "1")
                        .telling("3 NO_ASSIGNMENT"),
                dotenv("a section of another format", "[default]\nA=1\n", "A", "1")
                        .telling("1 NO_ASSIGNMENT"));
    }
}
