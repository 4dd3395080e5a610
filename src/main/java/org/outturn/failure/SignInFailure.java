package org.outturn.failure;

/** Why there are no keys to sign with, besides the keys being refused. */
public sealed interface SignInFailure extends Failure {

    /** The operator, or whoever decides there, said no in the browser (access_denied). */
    record SignInDenied(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "signInDenied";
        }
    }

    /** Nobody finished the sign-in in the browser in time (expired_token). */
    record SignInTimedOut(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "signInTimedOut";
        }
    }

    /** There is no such place to sign in: start URL or region are wrong (invalid_request). */
    record SignInSetup(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "signInSetup";
        }
    }

    /**
     * Signed in, but not as somebody who may have this role.
     *
     * @param role its name and account
     */
    record RoleDenied(String role, Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "roleDenied";
        }

        @Override
        public String subject() {
            return role;
        }
    }

    /**
     * The profile says how to sign in, but not whole, or not so that it can be followed.
     *
     * @param property what in it is at fault, for instance {@code source_profile}
     */
    record ProfileBroken(String property, Attempt attempt, Technical technical)
            implements SignInFailure {
        @Override
        public String messageKey() {
            return "profileBroken";
        }

        @Override
        public String subject() {
            return property;
        }
    }

    /** The sign-in needs the code of a device (MFA), and nobody gave one. */
    record CodeMissing(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "codeMissing";
        }
    }

    /**
     * The role was refused although a code was given: the code is wrong or was used before, or the
     * role may not be taken at all; the answer does not tell these apart.
     */
    record CodeRefused(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "codeRefused";
        }
    }

    /** The program that gives a profile's keys gave none. */
    record ProgramFailed(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "programFailed";
        }
    }

    /** The keys are those of a cloud machine, which is asked only when somebody says so. */
    record MachineNotAsked(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "machineNotAsked";
        }
    }

    /** This system has no keyring, or none that answers: keys cannot be kept. */
    record KeyringMissing(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "keyringMissing";
        }
    }

    /** The system's keyring is locked, and nobody unlocked it. */
    record KeyringLocked(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "keyringLocked";
        }
    }

    /** The keys of a saved connection are neither in the keyring nor in memory. */
    record KeysMissing(Attempt attempt, Technical technical) implements SignInFailure {
        @Override
        public String messageKey() {
            return "keysMissing";
        }
    }

    /** A {@code .env} file has no keys any more, or not those that are looked for. */
    record EnvFileWithoutKeys(String path, Attempt attempt, Technical technical)
            implements SignInFailure {
        @Override
        public String messageKey() {
            return "envFileWithoutKeys";
        }

        @Override
        public String subject() {
            return path;
        }
    }

    /** A file that was to have connections in it has none that can be read. */
    record NoConnections(String path, Attempt attempt, Technical technical)
            implements SignInFailure {
        @Override
        public String messageKey() {
            return "noConnections";
        }

        @Override
        public String subject() {
            return path;
        }
    }
}
