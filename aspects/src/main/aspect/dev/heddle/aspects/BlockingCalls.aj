package dev.heddle.aspects;

import dev.heddle.akka.jdk.Blocking;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** Calls that make a thread wait. */
public aspect BlockingCalls {
    @SuppressAjWarnings("adviceDidNotMatch")
    before(Object awaitable) :
            (call(* scala.concurrent.Await*.result(..)) || call(* scala.concurrent.Await*.ready(..)))
            && args(awaitable, ..) && Scope.target() {
        Blocking.await(awaitable);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before() : (call(void Thread.sleep(..)) || call(void Thread.yield()) || call(void Thread.onSpinWait())
            || call(void Thread.join(..)) || call(void Object.wait(..)) || call(* Condition+.await*(..))
            || call(void LockSupport.park*(..)) || call(void java.util.concurrent.TimeUnit.sleep(long)))
            && Scope.target() {
        Blocking.refuse(thisJoinPointStaticPart.getSignature().toShortString());
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before(Future future) : (call(* Future+.get(..)) || call(* java.util.concurrent.CompletableFuture+.join()))
            && target(future) && Scope.target() {
        Blocking.get(future);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before(CountDownLatch latch) : call(* CountDownLatch+.await(..)) && target(latch) && Scope.target() {
        Blocking.await(latch);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before(CyclicBarrier barrier) : call(* CyclicBarrier+.await(..)) && target(barrier) && Scope.target() {
        Blocking.await(barrier);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before(BlockingQueue queue) : (call(* BlockingQueue+.take*(..)) || call(* BlockingQueue+.poll(long, ..)))
            && target(queue) && Scope.target() {
        Blocking.take(queue);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before(BlockingQueue queue) : (call(* BlockingQueue+.put*(..)) || call(* BlockingQueue+.offer(*, long, ..)))
            && target(queue) && Scope.target() {
        Blocking.put(queue);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    void around(Semaphore semaphore) : call(void Semaphore+.acquire*()) && target(semaphore) && Scope.target() {
        if (!Blocking.acquire(semaphore, 1)) {
            proceed(semaphore);
        }
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    void around(Semaphore semaphore, int permits) :
            call(void Semaphore+.acquire*(int)) && target(semaphore) && args(permits) && Scope.target() {
        if (!Blocking.acquire(semaphore, permits)) {
            proceed(semaphore, permits);
        }
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    boolean around(Semaphore semaphore) :
            call(boolean Semaphore+.tryAcquire(long, ..)) && target(semaphore) && Scope.target() {
        return Blocking.acquire(semaphore, 1) || proceed(semaphore);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    boolean around(Semaphore semaphore, int permits) :
            call(boolean Semaphore+.tryAcquire(int, long, ..)) && target(semaphore) && args(permits, ..)
            && Scope.target() {
        return Blocking.acquire(semaphore, permits) || proceed(semaphore, permits);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    boolean around(Lock lock) : call(boolean Lock+.tryLock(long, ..)) && target(lock) && Scope.target() {
        return Blocking.lock(lock) || proceed(lock);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    void around(Lock lock) : call(void Lock+.lock*()) && target(lock) && Scope.target() {
        if (!Blocking.lock(lock)) {
            proceed(lock);
        }
    }
}
