package dev.heddle.examples.detector;

/**
 * What is known of a kind of network.
 *
 * <p>Delays are half of the mean round trips that Bailis et al. measured on EC2 ("Highly Available
 * Transactions", PVLDB 7(3), 2013, Table 1): between California and Virginia, and within an availability
 * zone. Downtimes are as surveyed by Bailis and Kingsbury ("The Network is Reliable", CACM 57(9), 2014): 1.2
 * to 2.7 days a year for a wide-area link (Turner et al., SIGCOMM 2010), of which this is the middle, and 0.3
 * for one within a data centre (Gill et al., SIGCOMM 2011). Outages last five minutes in the mean, which is
 * about the time to repair of the latter. The shapes of the distributions are this example's choice:
 * log-normal delays, exponential times up and down.
 *
 * @param id its name on the command line
 * @param delayMillis the mean delay of a message
 * @param downtimeDays days of a year in which a link carries nothing
 * @param step the factor by which delays grow from one row of the table to the next
 */
record Profile(String id, double delayMillis, double downtimeDays, int step) {
    static final Profile WAN = new Profile("wan", 42, 2, 2);
    static final Profile DATACENTER = new Profile("datacenter", 0.275, 0.3, 4);

    /** How long an outage lasts in the mean. */
    static final double OUTAGE_MINUTES = 5;
    /** The standard deviation of a delay's logarithm. */
    static final double SPREAD = 0.5;

    private static final double DAYS_OF_YEAR = 365;

    /** The mean time between two outages, in minutes. */
    double uptimeMinutes() {
        double down = downtimeDays / DAYS_OF_YEAR;
        return OUTAGE_MINUTES * (1 - down) / down;
    }
}
