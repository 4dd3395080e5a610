package org.outturn.contract;

/** All that the program needs of a server. Ceph is the truth where servers differ. */
interface S3ServerContract
        extends SignatureContract,
                BucketContract,
                KeyContract,
                ListingContract,
                ObjectContract,
                ConditionContract,
                BatchContract,
                MultipartContract,
                VersionContract,
                DocumentContract,
                TransferContract {}
