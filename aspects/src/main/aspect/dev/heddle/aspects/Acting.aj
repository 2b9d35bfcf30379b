package dev.heddle.aspects;

import akka.actor.ActorCell;
import akka.dispatch.Envelope;
import akka.dispatch.sysmsg.SystemMessage;
import dev.heddle.akka.Advice;
import dev.heddle.akka.CellState;
import dev.heddle.akka.SteeredCell;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** Who is running, hence who really sends, arms and throws. */
public aspect Acting {
    declare parents : ActorCell implements SteeredCell;

    private transient CellState ActorCell.cellState;

    public CellState ActorCell.cellState() {
        return cellState;
    }

    public void ActorCell.cellState(CellState state) {
        cellState = state;
    }

    pointcut handling(ActorCell cell) : execution(void ActorCell.invoke(Envelope)) && this(cell);

    pointcut handlingSystemMessage(ActorCell cell) :
            execution(void ActorCell.systemInvoke(SystemMessage)) && this(cell);

    before(ActorCell cell) : handling(cell) {
        Advice.begins(cell);
    }

    before(ActorCell cell) : handlingSystemMessage(cell) {
        Advice.enters(cell);
    }

    after(ActorCell cell) : handling(cell) || handlingSystemMessage(cell) {
        Advice.ends(cell);
    }

    /** Within what supervision watches over, unlike {@link #handling}. */
    before(ActorCell cell) : execution(void ActorCell.receiveMessage(Object)) && this(cell) {
        Advice.receives(cell);
    }

    before(ActorCell cell, Throwable thrown) :
            execution(void ActorCell.handleInvokeFailure(..)) && this(cell) && args(*, thrown) {
        Advice.threw(cell, thrown);
    }

    /** Typed supervision catches exceptions before the cell does. */
    @SuppressAjWarnings("adviceDidNotMatch")
    before(Throwable thrown) :
            execution(void akka.actor.typed..AbstractSupervisor.log(*, Throwable, ..)) && args(*, thrown, ..) {
        Advice.supervised(thrown);
    }
}
