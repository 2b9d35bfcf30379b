package dev.heddle.examples.register;

/** Where a replica keeps its copy. */
interface Storage {
    /** What it held when the node started last, or {@link Copy#FIRST}. */
    Copy load();

    /** How often the node has started, as far as anybody remembers: 1 for the first time. */
    int starts();

    /** Keeps a copy; whoever is told of it afterwards may rely on it. */
    void keep(Copy copy);

    /** One that forgets everything when the node crashes. */
    Storage VOLATILE = new Storage() {
        @Override
        public Copy load() {
            return Copy.FIRST;
        }

        @Override
        public int starts() {
            return 1;
        }

        @Override
        public void keep(Copy copy) {
            // The replica has it in memory.
        }
    };
}
