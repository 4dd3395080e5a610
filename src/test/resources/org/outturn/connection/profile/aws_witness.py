"""Runs commands of the AWS CLI that this Python has, many in one process.

Each line of standard input is a list: environment, arguments. The arguments are those of `aws`, or
["method", PROFILE], which says who gives the profile's keys, and which key id, without asking any
server. Each line of standard output is a list: exit status, standard output.
"""
import contextlib
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver

# the CLI itself sets the one that says where its data is
KEPT = {name: value for name, value in os.environ.items() if name == "AWS_DATA_PATH"}


def use(environment):
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(KEPT)
    os.environ.update(environment)


def method(profile):
    session = create_clidriver().session
    session.set_config_variable("profile", profile)
    found = session.get_credentials()
    if found is None:
        return "None"
    if found.method in ("shared-credentials-file", "config-file", "custom-process", "env"):
        return found.method + " " + found.access_key
    return found.method


def run(arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            if arguments[0] == "method":
                print(method(arguments[1]))
                status = 0
            else:
                status = create_clidriver().main(arguments)
        except SystemExit as end:
            status = end.code
        except Exception as wrong:
            print(type(wrong).__name__)
            status = 255
    return [status, out.getvalue()]


for line in sys.stdin:
    environment, arguments = json.loads(line)
    use(environment)
    print(json.dumps(run(arguments)), flush=True)
