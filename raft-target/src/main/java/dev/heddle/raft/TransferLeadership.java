package dev.heddle.raft;

/** An administrator's request that another server lead (thesis §3.10). */
public record TransferLeadership(String to) {

    @Override
    public String toString() {
        return "transfer-leadership " + to;
    }
}
