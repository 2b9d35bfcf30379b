package dev.heddle.examples.raft;

import akka.actor.Actor;
import dev.heddle.api.NodeContext;
import dev.heddle.api.ViewReader;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.raft.RaftActor;

/** Shows one server to the invariants, through one view for as long as its actor lives. */
final class ServerReader implements ViewReader {
    private ServerView view;

    @Override
    public NodeView read(NodeContext node, Actor actor) {
        if (view == null || view.incarnation() != actor) {
            view = new ServerView((RaftActor) actor);
        }
        return view.started() ? view : null;
    }
}
